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

FROM debian:bookworm-slim
LABEL maintainer="墨 <mo@example.cn>" version="1.0"
COPY --from=build /src/.build/release/offprint /usr/local/bin/
EXPOSE 8080/tcp
VOLUME ["/site"]
USER nobody
HEALTHCHECK --interval=30s CMD curl -f http://localhost:8080/ || exit 1
ENTRYPOINT ["offprint", "serve"]
CMD ["--port", "8080"]
