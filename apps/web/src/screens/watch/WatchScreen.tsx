// Duty desk.
export function WatchScreen() {
  return <div className="whole" />;
}
