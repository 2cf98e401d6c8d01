# One static binary in an empty image: no shell, no package, nothing but Spotter and the TLS roots.
FROM rust:1.95-alpine AS build
RUN apk add --no-cache build-base cmake perl ca-certificates
WORKDIR /src
COPY Cargo.toml Cargo.lock ./
COPY migrations migrations
COPY prompts prompts
COPY templates templates
COPY texts texts
COPY static static
COPY benches benches
COPY tests tests
COPY src src
RUN cargo build --release --locked --bin spotter && mkdir /data /scratch && chmod 1777 /scratch

FROM scratch
COPY --from=build /etc/ssl/certs/ca-certificates.crt /etc/ssl/certs/ca-certificates.crt
COPY --from=build /src/target/release/spotter /spotter
COPY --from=build --chown=65532:65532 /data /data
COPY --from=build /scratch /tmp
USER 65532:65532
ENV SPOTTER_BIND=0.0.0.0:3000 SPOTTER_DATABASE_URL=sqlite:///data/spotter.db
VOLUME /data
EXPOSE 3000
HEALTHCHECK --interval=30s --timeout=6s --start-period=10s CMD ["/spotter", "healthcheck"]
ENTRYPOINT ["/spotter"]
