import type { Vault } from './vault.ts';

/** The part of Electron's `safeStorage` that a till uses; it exists in the main process only. */
export type SafeStorage = {
  isAsyncEncryptionAvailable(): Promise<boolean>;
  getSelectedStorageBackend(): string;
  encryptStringAsync(text: string): Promise<Buffer>;
  decryptStringAsync(sealed: Buffer): Promise<{ readonly result: string }>;
};

/**
 * Which vault this machine deserves. On Linux without a key ring Electron's keystore seals under a
 * password that is the same everywhere (`basic_text`): there a key file of ours is better.
 */
export async function keystoreKind(store: SafeStorage): Promise<Vault['kind']> {
  const isKnown = process.platform === 'linux' && store.getSelectedStorageBackend() === 'basic_text';
  return !isKnown && (await store.isAsyncEncryptionAvailable()) ? 'keystore' : 'key-file';
}

/** Seals or opens `text`; undefined where the system's keystore would not. */
export async function reachKeystore(
  store: SafeStorage,
  verb: 'seal' | 'open',
  text: string,
): Promise<string | undefined> {
  try {
    if (verb === 'seal') return (await store.encryptStringAsync(text)).toString('base64');
    return (await store.decryptStringAsync(Buffer.from(text, 'base64'))).result;
  } catch {
    return undefined; // Locked, replaced, or sealed elsewhere: the asker says what that means for it.
  }
}
