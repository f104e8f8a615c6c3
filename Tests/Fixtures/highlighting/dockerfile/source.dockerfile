# syntax=docker/dockerfile:1
FROM swift:6.3-bookworm AS build
ARG VERSION=1.0
ENV LANG=C.UTF-8 \
    PATH="/opt/bin:${PATH}"

# 安装依赖
RUN apt-get update \
 && apt-get install -y --no-install-recommends libcmark-gfm-dev \
 && rm -rf /var/lib/apt/lists/*

WORKDIR /src
COPY Package.swift Package.resolved ./
COPY --chown=1000:1000 Sources Sources
RUN swift build -c release --product offprint

# 只要程序和它的共享库
FROM debian:bookworm-slim AS runtime
ARG USER_ID=1000
RUN set -eux; \
    apt-get update; \
    apt-get install -y --no-install-recommends ca-certificates curl graphviz libxml2; \
    rm -rf /var/lib/apt/lists/*
RUN useradd --uid "$USER_ID" --create-home printer
LABEL maintainer="墨 <mo@example.cn>" version="1.0"
COPY --from=build /src/.build/release/offprint /usr/local/bin/
ADD https://example.cn/fonts.tar.gz /usr/share/fonts/
EXPOSE 8080/tcp
VOLUME ["/site"]
USER printer
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=30s CMD curl -f http://localhost:8080/ || exit 1
ENTRYPOINT ["offprint", "serve"]
CMD ["--port", "8080"]

FROM runtime AS preview
USER root
RUN if [ ! -d /site ]; then mkdir -p /site && chown printer /site; fi
USER printer
CMD ["--port", "8443", "--lan"]
