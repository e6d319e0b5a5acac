import { LambdaServiceError } from './lambda-error.ts';
import type { LambdaHost } from './lambda-host.ts';
import type { Invoke } from './states/options.ts';

/** The engine's way to call a function in this process; payloads pass through JSON both ways, as over the wire. */
export const engineInvoke =
  (host: LambdaHost): Invoke =>
  async (functionName, payload) => {
    try {
      const { payload: text, failure } = await host.invoke(functionName, JSON.stringify(payload ?? null));
      const answered: unknown = JSON.parse(text);
      return failure
        ? { outcome: 'functionError', payload: answered }
        : { outcome: 'success', payload: answered, executedVersion: '$LATEST' };
    } catch (error) {
      if (!(error instanceof LambdaServiceError)) throw error;
      return { outcome: 'serviceError', name: error.name, message: error.message, statusCode: error.status };
    }
  };
