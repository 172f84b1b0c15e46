# The server. Build: docker build -t copydesk .   Run: docker run --env-file .env -p 3000:3000 copydesk

FROM node:24-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
# Install scripts are off: nothing in production needs one, and the package `node` would fetch a second Node.
RUN npm ci --ignore-scripts
COPY tsconfig.json tsconfig.build.json app.yml ./
COPY src ./src
RUN npm run build && npm prune --omit=dev --ignore-scripts

FROM node:24-slim
WORKDIR /app
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000
COPY --from=build /app/package.json /app/app.yml ./
COPY --from=build /app/node_modules ./node_modules
COPY --from=build /app/dist ./dist
USER node
EXPOSE 3000
# SIGTERM: take no more deliveries, finish the reviews that run, exit. docker stop waits 10 s for it.
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=30s --timeout=3s CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/healthz`).then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
# Without bounds node lets garbage pile up past 300 MB before it collects; the server needs far less.
CMD ["node", "--max-semi-space-size=2", "--max-old-space-size=224", "dist/main.js"]
