# The service and the command line, without Neo4j: docker-compose.yml runs that beside it.
FROM python:3.11-slim-bookworm AS build
WORKDIR /build
RUN python -m venv /opt/vanban
COPY requirements.lock ./
RUN /opt/vanban/bin/python -m pip install --no-cache-dir --require-hashes -r requirements.lock
COPY pyproject.toml README.md LICENSE ./
COPY loaders loaders
COPY cypher cypher
COPY api api
RUN /opt/vanban/bin/python -m pip install --no-cache-dir --no-build-isolation --no-deps .

FROM python:3.11-slim-bookworm
RUN useradd --system --uid 10001 --create-home --home-dir /var/lib/vanban vanban
COPY --from=build /opt/vanban /opt/vanban
ENV PATH=/opt/vanban/bin:$PATH
USER 10001
WORKDIR /var/lib/vanban
EXPOSE 8000
HEALTHCHECK --interval=10s --timeout=10s --start-period=60s --retries=3 \
    CMD ["python", "-c", "import urllib.request; urllib.request.urlopen('http://127.0.0.1:8000/readyz', timeout=8)"]
CMD ["vanban", "serve", "--host", "0.0.0.0", "--port", "8000"]
