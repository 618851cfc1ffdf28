/** Whether this process could show a window: on Linux only with a display server, elsewhere always. */
export function hasDisplay(platform: NodeJS.Platform = process.platform, variables = process.env): boolean {
  return platform !== 'linux' || Boolean(variables.DISPLAY || variables.WAYLAND_DISPLAY);
}
