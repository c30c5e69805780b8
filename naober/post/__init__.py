"""The machine room for what comes in and goes out: receipts, outbox, files, jobs, the worker."""
