# One image for each service, one that sets an installation up, one with the operator's tools:
#   docker build --target gateway -t broadside/gateway .
ARG NODE_IMAGE=node:26-bookworm-slim

FROM ${NODE_IMAGE} AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
COPY apps/web/package.json apps/web/
RUN --mount=type=cache,target=/npm npm ci --cache /npm --ignore-scripts
COPY nest-cli.json .swcrc tsconfig.json ./
COPY apps apps
COPY libs libs
COPY tools tools
RUN (cd apps/web && node ../../node_modules/vite/bin/vite.js build --logLevel warn) \
 && node node_modules/@nestjs/cli/bin/nest.js build --all \
 && mv dist/apps/web dist/site && rm -rf dist/libs/testing dist/tools/bench dist/tools/fuzz dist/tools/mutants dist/tools/contracts \
 && find dist -name '*spec.*' -delete && find dist -name '*.suite.*' -delete \
 # Of what starts everything on one machine, the tools need how a copy is found, and nothing else.
 && find dist/tools/stack -type f \
    | grep -vE '/(fault|in-database|running-copy|stack-file|end-leftovers|process-identity|wait-until|ports)\.js' | xargs rm

FROM ${NODE_IMAGE} AS dependencies
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
COPY apps/web/package.json apps/web/
RUN --mount=type=cache,target=/npm npm ci --cache /npm --omit=dev --omit=optional --ignore-scripts \
 && find node_modules \( -name '*.map' -o -name '*.d.ts' -o -name '*.d.mts' -o -name '*.d.cts' \) -delete

# What every image has: production dependencies, the libraries, and a user by number who owns nothing of it.
FROM ${NODE_IMAGE} AS runtime
ARG VERSION=0.1.0
ARG REVISION=unknown
LABEL org.opencontainers.image.title="Broadside" \
      org.opencontainers.image.description="An event-sourced news site with an argument underneath" \
      org.opencontainers.image.licenses="MIT" \
      org.opencontainers.image.version="${VERSION}" \
      org.opencontainers.image.revision="${REVISION}"
WORKDIR /app
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 MANAGEMENT_PORT=3005 DRAIN_SECONDS=5 MALLOC_ARENA_MAX=2
COPY --from=dependencies /app/node_modules node_modules
COPY package.json ./
COPY --from=build /app/dist/libs dist/libs
USER 10001:10001

FROM runtime AS service
EXPOSE 3000 3005
HEALTHCHECK --interval=10s --timeout=10s --start-period=60s --start-interval=1s --retries=3 \
  CMD ["node", "dist/libs/process/src/is-ready.js"]
ENTRYPOINT ["node", "--max-old-space-size=192", "--max-semi-space-size=8", "--enable-source-maps", \
            "--import", "./dist/libs/process/src/early-signals.js"]

FROM service AS users
COPY --from=build /app/dist/apps/users dist/apps/users
CMD ["dist/apps/users/src/main.js"]

FROM service AS articles
COPY --from=build /app/dist/apps/articles dist/apps/articles
CMD ["dist/apps/articles/src/main.js"]

FROM service AS comments
COPY --from=build /app/dist/apps/comments dist/apps/comments
CMD ["dist/apps/comments/src/main.js"]

FROM service AS projector
COPY --from=build /app/dist/apps/projector dist/apps/projector
CMD ["dist/apps/projector/src/main.js"]

FROM service AS gateway
COPY --from=build /app/dist/apps/gateway dist/apps/gateway
CMD ["dist/apps/gateway/src/main.js"]

# The pages are in no other image.
FROM service AS web
ENTRYPOINT ["node", "--max-old-space-size=192", "--max-semi-space-size=32", "--no-incremental-marking", "--enable-source-maps", \
            "--import", "./dist/libs/process/src/early-signals.js"]
COPY --from=build /app/dist/site dist/apps/web
CMD ["dist/apps/web/server/main.js"]

# The folders of the keys belong to the user of the images, and so do the volumes that are first mounted there.
FROM runtime AS setup
USER 0:0
RUN for each in users articles comments projector gateway postgres redis; do mkdir -p /handed-out/$each; done \
 && mkdir -p /keys && chown -R 10001:10001 /keys /handed-out && chmod 0700 /keys
USER 10001:10001
ENV KEYS_FOLDER=/keys HAND_OUT_FOLDER=/handed-out
# What each service keeps in Postgres is said in its own folder.
COPY --from=build /app/dist/apps dist/apps
COPY --from=build /app/dist/tools/setup dist/tools/setup
COPY --from=build /app/dist/tools/terminal dist/tools/terminal
COPY --from=build /app/dist/tools/stack/fault.js dist/tools/stack/
ENTRYPOINT ["node", "dist/tools/setup/setup.js"]

FROM runtime AS tools
COPY --from=build /app/dist/apps dist/apps
COPY --from=build /app/dist/tools dist/tools
COPY tools/in-container.mjs tools/
ENTRYPOINT ["node", "tools/in-container.mjs"]
