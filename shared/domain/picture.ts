export type PictureKind = 'png' | 'jpg' | 'webp';

/**
 * Which kind of picture the bytes are, by how they begin and end: undefined for any other kind of file, and for one
 * that was cut off. Whether it can be drawn is for a browser to find out.
 */
export function pictureKind(bytes: Uint8Array): PictureKind | undefined {
  const kinds = ['png', 'jpg', 'webp'] as const;
  return kinds.find(kind => isOfKind[kind](bytes));
}

const isOfKind: Readonly<Record<PictureKind, (bytes: Uint8Array) => boolean>> = {
  png: bytes => begins(bytes, pngFirst) && ends(bytes, pngLast),
  jpg: bytes => begins(bytes, [0xff, 0xd8, 0xff]) && ends(bytes, [0xff, 0xd9]),
  // RIFF, its length in little endian, WEBP. The length leaves out these first eight bytes.
  webp: bytes =>
    begins(bytes, textBytes('RIFF')) &&
    begins(bytes.subarray(8), textBytes('WEBP')) &&
    new DataView(bytes.buffer, bytes.byteOffset).getUint32(4, true) + 8 === bytes.length,
};

const textBytes = (text: string): number[] => [...text].map(letter => letter.charCodeAt(0));
const pngFirst = [0x89, ...textBytes('PNG'), 0x0d, 0x0a, 0x1a, 0x0a];
/** The chunk IEND with its checksum. */
const pngLast = [...textBytes('IEND'), 0xae, 0x42, 0x60, 0x82];

const begins = (bytes: Uint8Array, wanted: readonly number[]): boolean =>
  wanted.every((byte, at) => bytes[at] === byte);
const ends = (bytes: Uint8Array, wanted: readonly number[]): boolean =>
  bytes.length >= wanted.length && begins(bytes.subarray(bytes.length - wanted.length), wanted);
