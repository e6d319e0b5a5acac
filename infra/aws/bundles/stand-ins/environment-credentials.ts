/**
 * Stands in for `@aws-sdk/credential-provider-node` in the bundles. Lambda gives a function its credentials in the
 * environment and nowhere else; the SDK's own chain (files, sign-on, instance metadata, five small clients) is two
 * fifths of a bundle and is never asked.
 */
export { fromEnv as defaultProvider } from '@aws-sdk/credential-provider-env';
