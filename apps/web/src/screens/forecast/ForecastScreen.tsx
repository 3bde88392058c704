// Forecast room.
export function ForecastScreen() {
  return <div className="whole" />;
}
