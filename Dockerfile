# Two stages: what installs stays in the first.

FROM python:3.13-slim AS packages
WORKDIR /build
COPY installer.py requirements.txt requirements-build.txt requirements-installer.txt ./
RUN ["python", "installer.py", "--into", "/opt/venv", "requirements.txt"]
RUN ["/opt/venv/bin/python", "-m", "pip", "uninstall", "--quiet", "--yes", "uv", "pip"]

FROM python:3.13-slim
LABEL org.opencontainers.image.title="Atelier" \
      org.opencontainers.image.description="A Discord bot for making and editing pictures together" \
      org.opencontainers.image.licenses="MIT"

ENV PATH="/opt/venv/bin:$PATH" \
    PYTHONDONTWRITEBYTECODE=1 \
    PYTHONUNBUFFERED=1 \
    ATELIER_DATA_DIR=/data \
    ATELIER_HEALTH_HOST=0.0.0.0 \
    ATELIER_HEALTH_PORT=8080

RUN useradd --system --uid 10001 --user-group --no-create-home --home-dir /data atelier \
    && install --directory --owner=atelier --group=atelier --mode=0700 /data

WORKDIR /app
COPY --from=packages /opt/venv /opt/venv
COPY LICENSE ./
COPY config config
COPY cogs cogs
COPY bot bot
RUN ["python", "-m", "compileall", "-q", "bot", "cogs", "config"]

USER 10001:10001
VOLUME /data
EXPOSE 8080
STOPSIGNAL SIGTERM
# http.client, because urllib would take a proxy that is set for the relay.
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s --retries=3 \
    CMD ["python", "-c", "import http.client, os, sys; c = http.client.HTTPConnection('127.0.0.1', int(os.environ['ATELIER_HEALTH_PORT']), timeout=4); c.request('GET', '/livez'); sys.exit(c.getresponse().status != 200)"]
ENTRYPOINT ["python", "-m", "bot"]
