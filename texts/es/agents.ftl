### What agents say to people beside their answers: what a tool did, and why a turn could not be finished.

## What is asked in a workout when nothing is said
agents-why-this-set = ¿Por qué esta serie?

## What a call of a tool did
# The person had said no to it before, in the same turn.
agents-did-nothing-declined = ya rechazado
# The model called one that there is not.
agents-did-nothing-unknown = herramienta desconocida

## Why a turn ended without its answer
agents-failed-internal = Algo ha fallado en el servidor.
agents-failed-interrupted = El servidor se reinició demasiadas veces mientras tanto.
agents-failed-tokens = Este turno ha gastado todos sus tokens.
agents-failed-empty = El modelo no dio ninguna respuesta.
agents-failed-calls = Las llamadas del modelo fallaron demasiadas veces seguidas.
agents-failed-steps = Este turno necesitó demasiados pasos.

## What went wrong with a model server; $detail is its own words
agents-model-unauthorized = El servidor del modelo rechazó la clave de API (estado { $status })
agents-model-rate-limited = El servidor del modelo no tiene cuota o está ocupado (estado 429)
agents-model-failed = El servidor del modelo falló (estado { $status }): { $detail }
agents-model-refused = El servidor del modelo rechazó la petición (estado { $status }): { $detail }
agents-model-unreachable = No se puede acceder al servidor del modelo: { $detail }
agents-model-protocol = El servidor del modelo envió algo que no es una respuesta: { $detail }
agents-model-cut = La respuesta se cortó
agents-model-stalled = El servidor del modelo no dijo nada durante { $seconds } s
agents-model-out-of-time = El tiempo de trabajo de { $seconds } s se agotó antes de que la respuesta estuviera completa
agents-model-withheld = La respuesta repetía las instrucciones del propio coach y se retuvo
agents-model-cancelled = cancelado
