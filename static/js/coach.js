// The coach's page.
import { openChat } from "./chat.js";

const chat = document.getElementById("chat");
if (chat) openChat(chat);
