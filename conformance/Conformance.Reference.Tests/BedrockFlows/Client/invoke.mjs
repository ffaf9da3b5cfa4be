// Invokes flows one after the other and prints, as one line of JSON for each, the events that came and the error that
// ended them, if one did.
// usage: node invoke.mjs ENDPOINT http/1.1|h2 DOCUMENT-AS-JSON {FLOW-IDENTIFIER FLOW-ALIAS-IDENTIFIER}...
import { BedrockAgentRuntimeClient, InvokeFlowCommand } from "@aws-sdk/client-bedrock-agent-runtime";
import { NodeHttpHandler } from "@smithy/node-http-handler";

const [endpoint, protocol, document, ...identifiers] = process.argv.slice(2);
const client = new BedrockAgentRuntimeClient({
  endpoint,
  // HTTP/2 is this client's default, without TLS too, and is left to it.
  ...(protocol === "http/1.1" ? { requestHandler: new NodeHttpHandler() } : {}),
  region: "us-east-1",
  credentials: { accessKeyId: "AKIDEXAMPLE", secretAccessKey: "secret" },
  // An error is what is to be seen, so it is not tried again.
  maxAttempts: 1,
});

async function invoke(flowIdentifier, flowAliasIdentifier) {
  const seen = { protocol: client.config.requestHandler.metadata.handlerProtocol, hasBegun: false, events: [], error: null };
  try {
    const response = await client.send(
      new InvokeFlowCommand({
        flowIdentifier,
        flowAliasIdentifier,
        inputs: [{ nodeName: "FlowInputNode", nodeOutputName: "document", content: { document: JSON.parse(document) } }],
      }),
    );
    seen.hasBegun = true;
    for await (const event of response.responseStream) seen.events.push(event);
  } catch (error) {
    seen.error = { name: error.name, message: error.message, status: error.$metadata?.httpStatusCode ?? null };
  }
  return seen;
}

for (let i = 0; i < identifiers.length; i += 2) {
  console.log(JSON.stringify(await invoke(identifiers[i], identifiers[i + 1])));
}
client.destroy();
