/**
 * What the phone keeps of the app itself: chunks with a module below one of these, and all that those import. Only what works
 * without network; the rest is loaded when it is wanted, and stays from then on.
 */
export const fieldModules: readonly RegExp[] = [
  /\/src\/app\/web\/main\.tsx$/,
  /\/src\/app\/web\/(?:device|offline(?!\/serviceWorker))\//,
  /\/src\/app\/web\/QuickSearch\.tsx$/,
  /\/src\/platform\/device\/(?!phrase)/,
  /\/src\/modules\/outreach\/(?!CorrectContact)[^/]*Screen\.tsx$/,
  /\/src\/modules\/outreach\/(?:field\/|offline\.ts)/,
  /\/src\/modules\/person\/offline\.ts$/,
  /\/src\/modules\/street-work\/(?:field\/|offline\.ts)/,
  /\/src\/modules\/(?:facility|referral)\/(?:field\/|offline\.ts)/,
  /\/@simplewebauthn\/browser\//,
];
