/** Where this phone is, to about 10 m and as exactly as it thinks it knows; null when it cannot or may not tell. Asked for by a press alone, never kept here. */
export function measurePosition(): Promise<{ lat: number; lon: number; accuracyM: number } | null> {
  if (!("geolocation" in navigator)) return Promise.resolve(null);
  return new Promise((resolve) => {
    navigator.geolocation.getCurrentPosition(
      ({ coords }) =>
        resolve({
          lat: round(coords.latitude),
          lon: round(coords.longitude),
          accuracyM: Math.max(10, Math.round(coords.accuracy)),
        }),
      () => resolve(null),
      { enableHighAccuracy: true, timeout: 15_000, maximumAge: 30_000 },
    );
  });
}

const round = (degrees: number): number => Math.round(degrees * 10_000) / 10_000;

/** Where this phone is, to about 10 m; null as above. */
export async function askPosition(): Promise<{ lat: number; lon: number } | null> {
  const found = await measurePosition();
  return found && { lat: found.lat, lon: found.lon };
}
