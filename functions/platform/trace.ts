/** What Lambda knows of the request's trace, set anew for each call; nothing on one machine. */
export const traceHeader = (): string | undefined => process.env['_X_AMZN_TRACE_ID'];

/** The trace's number alone: `Root=1-5759e988-bd862e3fe1be46a994272793;Parent=…;Sampled=1`. */
export const traceId = (): string | undefined => /Root=([\w-]+)/.exec(traceHeader() ?? '')?.[1];
