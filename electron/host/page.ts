import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { findSlide } from './slides.ts';

export type PageFile = { readonly bytes: Buffer; readonly headers: Readonly<Record<string, string>> };
export type Page = {
  /** The file under that path of the page, or undefined; paths that were not there at the start are not. */
  find(pathname: string): PageFile | undefined;
};

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.mp3': 'audio/mpeg',
  '.wav': 'audio/wav',
};
const filesMax = 2000;
/** A till with a Chinese font of its own never asks for ours, which are nine tenths of the page. */
const readLater = '.woff2';

/**
 * The built page in `folder`, as both hosts serve it: same files, same headers, whatever the wire. It is
 * read once and whole, but for fonts: a build made under a running till can't tear its page apart, and no path
 * from outside ever reaches the file system. `connect` is what the page may talk to, as CSP writes it; `slides` is
 * the folder of the shop's own pictures, which change while the till runs.
 */
export function openPage(folder: string, connect: string, slides: string): Page {
  if (!existsSync(path.join(folder, 'index.html')))
    throw new Error(`the page is not built (npm run build): ${path.join(folder, 'index.html')} is missing`);
  const shield = shieldHeaders(connect);
  const files = new Map<string, () => PageFile | undefined>();
  for (const name of namesIn(folder)) {
    const headers = { ...shield, 'content-type': types[path.extname(name)]!, 'cache-control': cacheOf(name) };
    const file = path.join(folder, name);
    if (path.extname(name) === readLater) {
      files.set(name, () => ifThere(file, headers));
      continue;
    }
    const bytes = readFileSync(file);
    const held = { bytes, headers: { ...headers, ...shieldHeaders(connect, stylesIn(name, bytes)) } };
    files.set(name, () => held);
  }
  const slide = (pathname: string): PageFile | undefined => {
    const found = findSlide(slides, pathname);
    if (!found) return undefined;
    const headers = { ...shield, 'content-type': found.type, 'cache-control': forEver };
    return { bytes: found.bytes, headers };
  };
  return { find: pathname => files.get(addresses[pathname] ?? pathname)?.() ?? slide(pathname) };
}

/** The digests of the styles that stand in a page itself, as CSP writes them; nobody can add to those. */
function stylesIn(name: string, bytes: Buffer): string[] {
  if (path.extname(name) !== '.html') return [];
  return [...bytes.toString('utf8').matchAll(/<style>(.*?)<\/style>/gs)].map(
    ([, styles = '']) => `'sha256-${createHash('sha256').update(styles).digest('base64')}'`,
  );
}

/** Gone where another build has taken the place of the one that this till serves; the page does without. */
function ifThere(file: string, headers: PageFile['headers']): PageFile | undefined {
  try {
    return { bytes: readFileSync(file), headers };
  } catch {
    return undefined;
  }
}

/** What people and hosts call the pages; no menu leads to the last, which is for those who build the others. */
const addresses: Readonly<Record<string, string>> = {
  '/': '/index.html',
  '/customer': '/customer-display/index.html',
  '/kit': '/kit-page/index.html',
};

const namesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile() && path.extname(entry.name) in types)
    .slice(0, filesMax)
    .map(
      entry => `/${path.relative(folder, path.join(entry.parentPath, entry.name)).split(path.sep).join('/')}`,
    );

/** Vite puts a hash of the content into every name under `assets`. */
const cacheOf = (name: string): string => (name.startsWith('/assets/') ? forEver : 'no-store');
/** What has the hash of its content in its name never changes. */
const forEver = 'private, max-age=31536000, immutable';

/** The answer to one request on a host whose own scheme serves the page at `origin`. */
export function answerPage(page: Page, origin: string, request: { url: string; method: string }): Response {
  const url = new URL(request.url);
  const ours = request.method === 'GET' && `${url.protocol}//${url.host}` === origin;
  const file = ours ? page.find(url.pathname) : undefined;
  return file
    ? new Response(new Uint8Array(file.bytes), { headers: file.headers })
    : new Response(null, { status: 404 });
}

/**
 * Headers of every answer on both hosts. `connect` is the page's one wire in CSP terms, `styles` what it lets stand in
 * this page itself. Nothing is loaded from elsewhere, nothing frames the page, no text becomes code (Trusted Types).
 */
export function shieldHeaders(connect: string, styles: readonly string[] = []): Record<string, string> {
  return {
    'content-security-policy': [
      "default-src 'none'",
      "script-src 'self'",
      ['style-src', "'self'", ...styles].join(' '),
      "img-src 'self' data: blob:",
      "font-src 'self'",
      "media-src 'self'",
      "manifest-src 'self'",
      `connect-src ${connect}`,
      "base-uri 'none'",
      "form-action 'none'",
      "frame-ancestors 'none'",
      "require-trusted-types-for 'script'",
      "trusted-types 'none'",
    ].join('; '),
    'x-content-type-options': 'nosniff',
    'cross-origin-resource-policy': 'same-origin',
    'referrer-policy': 'no-referrer',
    'permissions-policy':
      'camera=(), microphone=(), geolocation=(), usb=(), serial=(), hid=(), payment=(), display-capture=()',
  };
}
