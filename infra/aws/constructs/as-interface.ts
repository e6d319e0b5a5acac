import { type ITable, Table } from 'aws-cdk-lib/aws-dynamodb';
import { Bucket, type IBucket } from 'aws-cdk-lib/aws-s3';
import * as z from 'zod';

/*
 * The CDK's declarations do not hold to exactOptionalPropertyTypes: under it a Bucket is no IBucket and a Table no
 * ITable. These say that they are, without an assertion.
 */
const bucket = z.custom<IBucket>((value) => value instanceof Bucket);
const table = z.custom<ITable>((value) => value instanceof Table);

export const asBucket = (made: Bucket): IBucket => bucket.parse(made);
export const asTable = (made: Table): ITable => table.parse(made);
