"""The processes of the measurement of the outbox (`outreach.bench.deliveries`)."""
