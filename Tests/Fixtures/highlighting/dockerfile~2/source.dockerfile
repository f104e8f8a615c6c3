# syntax=docker/dockerfile:1
FROM debian:12-slim AS packages
RUN apt-get update \
 && apt-get install -y --no-install-recommends \
      ca-certificates \
      libvips-tools \
      libxml2 \
 && rm -rf /var/lib/apt/lists/*

FROM swift:6.3 AS build
ARG VERSION=dev
ENV LANG=C.UTF-8 \
    SWIFT_BACKTRACE=enable=no
WORKDIR /src
COPY Package.swift ./
COPY Sources ./Sources
RUN --mount=type=cache,target=/src/.build \
    swift build -c release --static-swift-stdlib --product offprint \
 && cp .build/release/offprint /usr/local/bin/offprint \
 && strip /usr/local/bin/offprint

FROM packages AS run
LABEL org.opencontainers.image.title="offprint" \
      org.opencontainers.image.version="${VERSION}"
RUN useradd --create-home --shell /usr/sbin/nologin blog
COPY --from=build --chown=root:root /usr/local/bin/offprint /usr/local/bin/
COPY --chown=blog:blog content /srv/blog/content
ADD https://example.org/assets.tar.gz /srv/blog/
USER blog
WORKDIR /srv/blog
VOLUME ["/srv/blog/_site"]
EXPOSE 8443/tcp
HEALTHCHECK --interval=30s --timeout=3s CMD curl -fk https://localhost:8443/ || exit 1
STOPSIGNAL SIGTERM
SHELL ["/bin/bash", "-o", "pipefail", "-c"]
RUN echo "built $VERSION on $(date -u +%F)" > /tmp/built
ONBUILD RUN offprint check --strict
ENTRYPOINT ["offprint"]
CMD ["serve", "--host", "0.0.0.0", "--port", "8443"]
# 结束
ENV OFFPRINT_LANGUAGE=zh-Hans
