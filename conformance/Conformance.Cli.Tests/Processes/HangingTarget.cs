using System.Text;
using Conformance.Engine.Webhooks;
using Microsoft.AspNetCore.Http;

namespace Conformance.Cli.Tests.Processes;

/// <summary>A target that accepts everything, until a request comes that it never responds to.</summary>
internal sealed class HangingTarget : IAsyncDisposable
{
    private static readonly TimeSpan Guard = TimeSpan.FromSeconds(90);

    private readonly TaskCompletionSource _hangs = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly string _method;
    private BareServer? _server;

    private HangingTarget(string method) => _method = method;

    /// <summary>Starts one that never responds to a request with this method.</summary>
    public static async Task<HangingTarget> At(string method)
    {
        var target = new HangingTarget(method);
        target._server = await BareTarget.Start(target.Attend);
        return target;
    }

    public Uri Address => _server!.Address;

    /// <summary>Ends once such a request has come.</summary>
    public Task Hangs => _hangs.Task.WaitAsync(Guard, TestContext.Current.CancellationToken);

    public ValueTask DisposeAsync() => _server!.DisposeAsync();

    private async Task Attend(HttpContext context)
    {
        if (context.Request.Method == _method)
        {
            _hangs.TrySetResult();
            await Task.Delay(Timeout.Infinite, context.RequestAborted);
        }
        context.Response.StatusCode = 201;
        context.Response.ContentType = "application/json";
        await context.Response.Body.WriteAsync(Encoding.UTF8.GetBytes("""{"status":"CREATED"}"""));
    }
}
