# The server as an image: over stdio as it is, over HTTP with the command `serve`.
FROM node:24-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --no-audit --no-fund
COPY src src
COPY tools tools
RUN node src/build.ts

FROM node:24-bookworm-slim
WORKDIR /app
COPY --from=build /app/dist dist
COPY package.json LICENSE deploy/health.mjs ./
# State and audit log, the only place that is written to. The cache of compiled code is filled now: a container starts anew
# each time, and its root may be read-only. It is good for this user alone.
ENV NODE_ENV=production \
    NODE_COMPILE_CACHE=/app/.compile-cache \
    XDG_DATA_HOME=/data \
    HIGHLEVEL_HOST=0.0.0.0
RUN install -d -o node -g node -m 700 /data /app/.compile-cache
USER node
RUN node dist/highlevel-mcp.js --sandbox </dev/null
VOLUME /data
EXPOSE 8787
HEALTHCHECK --interval=15s --timeout=5s --start-period=10s CMD ["node", "health.mjs"]
ENTRYPOINT ["node", "/app/dist/highlevel-mcp.js"]
