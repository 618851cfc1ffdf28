import letters from '@fontsource-variable/noto-sans-sc/files/noto-sans-sc-latin-wght-normal.woff2?url';

// First of all that runs: the first frame needs the letters, and has them by then. Asked for by the page itself, they
// take a connection from its script, which comes later for it. By hand: React's `preload` takes milliseconds more.
const link = Object.assign(document.createElement('link'), {
  rel: 'preload',
  as: 'font',
  type: 'font/woff2',
});
link.crossOrigin = '';
link.href = letters;
document.head.append(link);
