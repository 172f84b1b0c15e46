const ignore = (): void => undefined;

/** For octokit, which otherwise writes to the console what becomes a value here anyway. */
export const silentLog = { debug: ignore, info: ignore, warn: ignore, error: ignore };
