import { channel } from 'node:diagnostics_channel';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';

/** One message per round trip to the database, `{ command, input }`; nobody listens in production. */
export const roundTrips = channel('subsidy.database.round-trip');

/** The document client and the table it speaks to; every store operation takes one. */
export type Table = { readonly documents: DynamoDBDocumentClient; readonly name: string };

/** The endpoint comes from the SDK's own AWS_ENDPOINT_URL_DYNAMODB. */
export const createTable = (name: string): Table => {
  const client = new DynamoDBClient({ maxAttempts: 6 });
  // It copies every item, both ways, for a logger that is not there; and items are not for logs.
  client.middlewareStack.remove('loggerMiddleware');
  client.middlewareStack.add(
    (next, context) => (args) => {
      if (roundTrips.hasSubscribers) roundTrips.publish({ command: context.commandName, input: args.input });
      return next(args);
    },
    // Behind the retry middleware: a repeated call is a further round trip.
    { step: 'finalizeRequest', priority: 'low', name: 'countRoundTrips' },
  );
  return {
    name,
    documents: DynamoDBDocumentClient.from(client, {
      marshallOptions: { removeUndefinedValues: true, convertEmptyValues: false },
    }),
  };
};
