import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

const registry = new Registry();
collectDefaultMetrics({ register: registry });

const requests = new Histogram({
  name: 'digione_http_request_seconds',
  help: 'Time from request to answer, by route pattern.',
  labelNames: ['method', 'route', 'status'],
  buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
  registers: [registry],
});

const livePages = new Gauge({ name: 'digione_live_pages', help: 'Open pages that hear live updates.', registers: [registry] });

/** The process's figures for Prometheus; labels never hold personal data. */
export const metrics = {
  requests,
  livePages,
  contentType: registry.contentType,
  text: () => registry.metrics(),
};
