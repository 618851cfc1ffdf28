/** More at once would be too many arguments for one call. */
const charactersAtOnce = 8192;

export function toBase64(bytes: Uint8Array): string {
  let characters = '';
  for (let from = 0; from < bytes.length; from += charactersAtOnce) {
    characters += String.fromCharCode(...bytes.subarray(from, from + charactersAtOnce));
  }
  return btoa(characters);
}
