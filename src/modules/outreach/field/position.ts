/** Where this phone is, to about 10 m; null when it cannot or may not tell. Asked for by a press alone, never kept here. */
export function askPosition(): Promise<{ lat: number; lon: number } | null> {
  if (!("geolocation" in navigator)) return Promise.resolve(null);
  return new Promise((resolve) => {
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => resolve({ lat: round(coords.latitude), lon: round(coords.longitude) }),
      () => resolve(null),
      { enableHighAccuracy: true, timeout: 15_000, maximumAge: 30_000 },
    );
  });
}

const round = (degrees: number): number => Math.round(degrees * 10_000) / 10_000;
