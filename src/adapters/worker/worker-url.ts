/**
 * Where a worker's code is: beside the module that starts it. Sources run as they are in development, compiled files in production.
 * @param starter `import.meta.url` of that module
 * @param name of the worker's file, without its ending
 */
export function getWorkerUrl(starter: string, name = 'worker'): URL {
  return new URL(`./${name}${starter.endsWith('.ts') ? '.ts' : '.js'}`, starter);
}
