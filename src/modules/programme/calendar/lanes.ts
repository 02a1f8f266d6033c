type Timed = { startsAt: number; minutes: number };

/** Beside one another what is at one time: the lane of each session and how many lanes its cluster has. In the order given by start. */
export function lanesOf<S extends Timed>(sessions: readonly S[]): { session: S; lane: number; lanes: number }[] {
  const sorted = [...sessions].sort((a, b) => a.startsAt - b.startsAt || b.minutes - a.minutes);
  const placed: { session: S; lane: number; lanes: number }[] = [];
  let cluster: { session: S; lane: number; lanes: number }[] = [];
  let clusterEnd = -1;
  let laneEnds: number[] = [];
  const close = () => {
    for (const each of cluster) each.lanes = laneEnds.length;
    cluster = [];
    laneEnds = [];
  };
  for (const session of sorted) {
    if (session.startsAt >= clusterEnd) close();
    const free = laneEnds.findIndex((end) => end <= session.startsAt);
    const lane = free === -1 ? laneEnds.length : free;
    laneEnds[lane] = session.startsAt + session.minutes;
    clusterEnd = Math.max(clusterEnd, session.startsAt + session.minutes);
    const it = { session, lane, lanes: 1 };
    cluster.push(it);
    placed.push(it);
  }
  close();
  return placed;
}
