/**
 * The one table. Items of one application share a partition; sparse indexes hold only what somebody looks for.
 * Access patterns first: docs/data-model.md. The local host and the CDK create the table from this.
 */
export const tableDefinition = {
  BillingMode: 'PAY_PER_REQUEST',
  AttributeDefinitions: [
    { AttributeName: 'pk', AttributeType: 'S' },
    { AttributeName: 'sk', AttributeType: 'S' },
    { AttributeName: 'workPk', AttributeType: 'S' },
    { AttributeName: 'workSk', AttributeType: 'S' },
    { AttributeName: 'ownerPk', AttributeType: 'S' },
    { AttributeName: 'ownerSk', AttributeType: 'S' },
    { AttributeName: 'divisionPk', AttributeType: 'S' },
    { AttributeName: 'divisionSk', AttributeType: 'S' },
  ],
  KeySchema: [
    { AttributeName: 'pk', KeyType: 'HASH' },
    { AttributeName: 'sk', KeyType: 'RANGE' },
  ],
  GlobalSecondaryIndexes: [
    {
      // What waits for somebody: queues, current notices, payable payouts, the outbox. Keys only: an item changes often
      // while it waits, and costs no second write.
      IndexName: 'work',
      KeySchema: [
        { AttributeName: 'workPk', KeyType: 'HASH' },
        { AttributeName: 'workSk', KeyType: 'RANGE' },
      ],
      Projection: { ProjectionType: 'KEYS_ONLY' },
    },
    {
      // An applicant's own applications. Keys only, and never changed: it costs one write in a life.
      IndexName: 'owner',
      KeySchema: [
        { AttributeName: 'ownerPk', KeyType: 'HASH' },
        { AttributeName: 'ownerSk', KeyType: 'RANGE' },
      ],
      Projection: { ProjectionType: 'KEYS_ONLY' },
    },
    {
      // A county's applications, for supervisors. Keys only, and never changed.
      IndexName: 'division',
      KeySchema: [
        { AttributeName: 'divisionPk', KeyType: 'HASH' },
        { AttributeName: 'divisionSk', KeyType: 'RANGE' },
      ],
      Projection: { ProjectionType: 'KEYS_ONLY' },
    },
  ],
} as const;

/** Items that carry it (kept requests, dry runs) may be deleted by DynamoDB after this second. */
export const timeToLiveAttribute = 'expiresAt';
