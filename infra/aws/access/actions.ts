/** What a command of the SDK asks of IAM. A transaction asks for what its writes are. */
export const actions: Readonly<
  Record<string, { readonly of: 'table' | 'states' | 'kms' | 'stated'; readonly action: string }>
> = {
  GetCommand: { of: 'table', action: 'GetItem' },
  BatchGetCommand: { of: 'table', action: 'BatchGetItem' },
  QueryCommand: { of: 'table', action: 'Query' },
  ScanCommand: { of: 'table', action: 'Scan' },
  PutCommand: { of: 'table', action: 'PutItem' },
  UpdateCommand: { of: 'table', action: 'UpdateItem' },
  DeleteCommand: { of: 'table', action: 'DeleteItem' },
  BatchWriteCommand: { of: 'table', action: 'BatchWriteItem' },
  Put: { of: 'table', action: 'PutItem' },
  Update: { of: 'table', action: 'UpdateItem' },
  Delete: { of: 'table', action: 'DeleteItem' },
  ConditionCheck: { of: 'table', action: 'ConditionCheckItem' },
  StartExecutionCommand: { of: 'states', action: 'StartExecution' },
  DescribeExecutionCommand: { of: 'states', action: 'DescribeExecution' },
  GetExecutionHistoryCommand: { of: 'states', action: 'GetExecutionHistory' },
  ListExecutionsCommand: { of: 'states', action: 'ListExecutions' },
  StopExecutionCommand: { of: 'states', action: 'StopExecution' },
  RedriveExecutionCommand: { of: 'states', action: 'RedriveExecution' },
  SendTaskSuccessCommand: { of: 'states', action: 'SendTaskSuccess' },
  SendTaskFailureCommand: { of: 'states', action: 'SendTaskFailure' },
  SendTaskHeartbeatCommand: { of: 'states', action: 'SendTaskHeartbeat' },
  DecryptCommand: { of: 'kms', action: 'Decrypt' },
  EncryptCommand: { of: 'kms', action: 'Encrypt' },
  GenerateDataKeyCommand: { of: 'kms', action: 'GenerateDataKey' },
  GenerateDataKeyWithoutPlaintextCommand: { of: 'kms', action: 'GenerateDataKeyWithoutPlaintext' },
  // It names no key, and writes to S3: its rights are written down in functions/archive-access.ts.
  ExportTableToPointInTimeCommand: { of: 'stated', action: 'ExportTableToPointInTime' },
};

/** The kinds of write that a transaction is made of. */
export const writeKinds: ReadonlySet<string> = new Set(['Put', 'Update', 'Delete', 'ConditionCheck']);
