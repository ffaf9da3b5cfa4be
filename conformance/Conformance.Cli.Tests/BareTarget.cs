using Conformance.Engine.Webhooks;
using Microsoft.AspNetCore.Http;

namespace Conformance.Cli.Tests;

/// <summary>A target that is a function in the test.</summary>
internal static class BareTarget
{
    public static Task<BareServer> Start(Func<HttpContext, Task> attend) =>
        BareServer.Start(new ReceiverOptions { RunId = "" }, attend, TestContext.Current.CancellationToken);
}
