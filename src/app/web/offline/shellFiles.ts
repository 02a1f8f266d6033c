/**
 * What the phone keeps of the app itself: chunks with a module below one of these, and all that those import. Only what works
 * without network; the rest is loaded when it is wanted, and stays from then on.
 */
export const fieldModules: readonly RegExp[] = [
  /\/src\/app\/web\/main\.tsx$/,
  /\/src\/app\/web\/(?:device|offline(?!\/serviceWorker))\//,
  /\/src\/app\/web\/QuickSearch\.tsx$/,
  /\/src\/platform\/device\/(?!phrase)/,
  /\/src\/modules\/outreach\/[^/]*Screen\.tsx$/,
  /\/src\/modules\/[^/]+\/offline\.ts$/,
  /\/src\/modules\/[^/]+\/\w+Tonight\.tsx$/,
  /\/src\/modules\/(?:outreach|street-work|facility|referral|attendance)\/field\//,
  /\/src\/modules\/activity\/offer\/(?:field\/|(?:Activities|Evening)Screen\.tsx$)/,
  /\/src\/modules\/attendance\/Register(?:s|sToday)?Screen\.tsx$/,
  /\/src\/modules\/(?:facility|referral)\/(?:held\.ts|AnswerScreen\.tsx|FreePlacesScreen\.tsx)$/,
  /\/@simplewebauthn\/browser\//,
];
