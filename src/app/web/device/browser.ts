/** What this browser can do for a store, asked before anything is made. */

/** Safari of a phone or a tablet: an iPad says that it is a Mac, and has fingers. */
export function isIos(): boolean {
  return (
    /iPhone|iPad|iPod/.test(navigator.userAgent) ||
    (/Macintosh/.test(navigator.userAgent) && navigator.maxTouchPoints > 1)
  );
}

/** Whether the app, its keys and its store can be kept at all: not in a private window, not without a secure address. */
export async function canKeep(): Promise<boolean> {
  if (!window.isSecureContext || !("serviceWorker" in navigator) || !("locks" in navigator)) return false;
  return new Promise((done) => {
    const asked = indexedDB.open("powrot.try");
    asked.onerror = () => done(false);
    asked.onsuccess = () => {
      asked.result.close();
      indexedDB.deleteDatabase("powrot.try");
      done(true);
    };
  });
}

/** Whether the phone itself offers a passkey that a person confirms; whether it can keep a secret shows only when it is made. */
export async function offersPasskey(): Promise<boolean> {
  const known = await globalThis.PublicKeyCredential?.isUserVerifyingPlatformAuthenticatorAvailable?.().catch(
    () => false,
  );
  return known ?? false;
}
