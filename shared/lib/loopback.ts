/** Whether a URL's host name is this machine itself, where nobody in between can listen or answer. */
export const isLoopback = (host: string): boolean =>
  /^(127(\.\d{1,3}){3}|localhost|::1)$/.test(host.replace(/^\[|\]$/g, ''));
