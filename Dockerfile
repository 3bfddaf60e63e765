# The portal with what its PDF edition needs (Chromium and Chinese fonts) and what uploads need (libvips to scale pictures,
# poppler to read PDF), run by a user without rights. A virus scanner runs beside it: Portal__Uploads__Clamd=tcp://clamd:3310.
#   docker build -t livelihood-portal .
#   docker run -p 8080:8080 -v livelihood-data:/data livelihood-portal
#   docker run --rm -it -v livelihood-data:/data livelihood-portal user create <name> --role administrator --agency SMX

FROM node:20-bookworm-slim AS node

FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
# The theme's styles are compiled by Node during the build.
COPY --from=node /usr/local/bin/node /usr/local/bin/node
COPY --from=node /usr/local/lib/node_modules /usr/local/lib/node_modules
RUN ln -s ../lib/node_modules/npm/bin/npm-cli.js /usr/local/bin/npm
WORKDIR /source
COPY . .
RUN dotnet publish src/Livelihood.Portal -c Release -o /app -p:RestoreLockedMode=true -p:UseAppHost=false

FROM mcr.microsoft.com/dotnet/aspnet:10.0 AS dotnet

# Debian, because Ubuntu (on which the .NET 10 images stand) has Chromium only as a snap, which does not run in a container.
FROM debian:bookworm-slim
RUN apt-get update \
    && apt-get install -y --no-install-recommends \
        ca-certificates chromium curl fonts-noto-cjk libgcc-s1 libssl3 libstdc++6 libvips-tools poppler-utils tzdata \
    && rm -rf /var/lib/apt/lists/*
COPY --from=dotnet /usr/share/dotnet /usr/share/dotnet
RUN ln -s /usr/share/dotnet/dotnet /usr/local/bin/dotnet \
    && useradd --system --create-home --uid 1654 portal \
    && install -d -o portal -g portal -m 700 /data
COPY --from=build /app /app
WORKDIR /app
ENV ASPNETCORE_HTTP_PORTS=8080 \
    DOTNET_RUNNING_IN_CONTAINER=true \
    DOTNET_CLI_TELEMETRY_OPTOUT=1 \
    Portal__DataFolder=/data
USER portal
VOLUME /data
EXPOSE 8080
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s \
    CMD ["curl", "--fail", "--silent", "--output", "/dev/null", "http://127.0.0.1:8080/health/ready"]
ENTRYPOINT ["dotnet", "/app/Livelihood.Portal.dll"]
