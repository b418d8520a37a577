/** The least a Worker can do. */
export default {
  fetch: () => new Response("ok\n"),
} satisfies ExportedHandler;
