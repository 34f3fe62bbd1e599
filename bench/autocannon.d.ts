/** What the benchmark uses of a library that has no types of its own. */
declare module "autocannon" {
  export default function autocannon(options: object): Promise<{ readonly requests: { readonly average: number }; readonly latency: { readonly p99: number }; readonly non2xx: number; readonly errors: number }>;
}
