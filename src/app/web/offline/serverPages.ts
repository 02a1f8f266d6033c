/** Beginnings of addresses that the server answers itself; any other address is a screen of the app. */
export const serverPages: readonly string[] = ["/api/", "/zgloszenie", "/healthz", "/readyz", "/metrics"];

export function isServerPage(path: string): boolean {
  return serverPages.some((page) => path === page || path.startsWith(page.endsWith("/") ? page : `${page}/`));
}
