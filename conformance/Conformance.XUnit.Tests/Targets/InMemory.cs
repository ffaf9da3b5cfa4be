using System.Collections.Concurrent;
using System.Text.Json;
using Conformance.Engine.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.TestHost;

namespace Conformance.XUnit.Tests.Targets;

/// <summary>An application of a few lines in ASP.NET Core's own in-memory host: it knows names of definitions, no more.</summary>
internal sealed class InMemory : ConformanceTarget
{
    private WebApplication? app;

    public override HttpMessageHandler? Handler => app?.GetTestServer().CreateHandler();

    public override Profile Profile => Profile.Smoke;

    public override IReadOnlyList<string> Only =>
        ["*/CreateWorkflowDefinition/name/maxLength/*", "*/workflowDefinitionName/pattern/rejected"];

    public override async ValueTask StartAsync(CancellationToken cancel)
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseTestServer();
        app = builder.Build();
        var names = new ConcurrentDictionary<string, bool>();
        app.Run(context => Respond(context, names));
        await app.StartAsync(cancel);
    }

    public override async ValueTask DisposeAsync()
    {
        if (app is not null)
            await app.DisposeAsync();
        await base.DisposeAsync();
    }

    private static async Task Respond(HttpContext context, ConcurrentDictionary<string, bool> names)
    {
        var segments = context.Request.Path.Value!.Split('/');
        if (context.Request.Method != "PUT")
            await Refuse(context, 404, "ResourceNotFoundException");
        else if (segments.Length > 2 && !IsName(segments[2]))
            await Refuse(context, 400, "ValidationException");
        else if (segments.Length > 2)
            await Say(context, 201, new { workflowRunId = Guid.Empty, status = "RUNNING" });
        else if (await NameIn(context.Request) is not { } name || !IsName(name))
            await Refuse(context, 400, "ValidationException");
        else if (!names.TryAdd(name, true))
            await Refuse(context, 409, "ConflictException");
        else
            await Say(context, 201, new { status = "ACTIVE" });
    }

    private static bool IsName(string text) =>
        text.Length is > 0 and <= 40 && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_');

    private static async Task<string?> NameIn(HttpRequest request)
    {
        var body = await JsonDocument.ParseAsync(request.Body);
        return body.RootElement.TryGetProperty("name", out var name) ? name.GetString() : null;
    }

    private static Task Refuse(HttpContext context, int status, string error)
    {
        context.Response.Headers["X-Amzn-ErrorType"] = error;
        return Say(context, status, new { message = error });
    }

    private static Task Say(HttpContext context, int status, object body)
    {
        context.Response.StatusCode = status;
        return context.Response.WriteAsJsonAsync(body);
    }
}
