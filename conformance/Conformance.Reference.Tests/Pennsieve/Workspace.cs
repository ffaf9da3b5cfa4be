using System.Text;
using Conformance.Reference.Pennsieve;

namespace Conformance.Reference.Tests.Pennsieve;

/// <summary>A server whose runs end at once, and what a test asks of it.</summary>
internal sealed class Workspace : IAsyncDisposable
{
    public const string Runs = "/workflows/runs";
    public const string Definition = $"/workflows/definitions/{Offered.DefinitionId}";

    private Workspace(Emulator emulator) => Emulator = emulator;

    public Emulator Emulator { get; }

    public static Task<Workspace> StartAsync(PennsieveBehaviour? behaviour = null, PennsieveOptions? options = null) =>
        StartAsync(
            new ReferenceOptions
            {
                Pennsieve = behaviour ?? PennsieveBehaviour.Correct,
                PennsieveOptions = options ?? AtOnce,
            }
        );

    public static async Task<Workspace> StartAsync(ReferenceOptions options) => new(await Emulator.StartAsync(options));

    /// <summary>Runs that end at once, and webhooks that are sent again without a pause.</summary>
    public static PennsieveOptions AtOnce { get; } =
        new() { RunDelay = TimeSpan.Zero, CallbackBackoff = TimeSpan.Zero };

    /// <summary>
    /// A request with which nothing is wrong, with one member set to this JSON, or taken out where it is null. The JSON
    /// travels as it is written here.
    /// </summary>
    public static string With(string member, string? json) => With((member, json));

    public static string With(params (string Member, string? Json)[] changes)
    {
        var members = new Dictionary<string, string?> { ["workflowInstanceId"] = Valid.Quoted(Offered.InstanceId) };
        foreach (var (member, json) in changes)
            members[member] = json;
        var text = new StringBuilder();
        foreach (var (member, json) in members.Where(m => m.Value is not null))
            text.Append(text.Length == 0 ? '{' : ',').Append(Valid.Quoted(member)).Append(':').Append(json);
        return text.Length == 0 ? "{}" : text.Append('}').ToString();
    }

    /// <summary>A request of mode 2 with this configuration.</summary>
    public static string Configured(string configuration) =>
        With(("workflowInstanceId", null), ("workflowInstanceConfiguration", configuration));

    public Task<Reply> CreateAsync(string body) => Emulator.PostAsync(Runs, body);

    public Task<Reply> CreateAsync(string member, string? json) => CreateAsync(With(member, json));

    /// <summary>Creates a run that calls back to the receiver.</summary>
    public async Task<Reply> CreateAsync(Receiver receiver, params (string Member, string? Json)[] changes)
    {
        var reply = await CreateAsync(With([("completionCallbackUrl", Valid.Quoted(receiver.Url)), .. changes]));
        Assert.Equal(201, reply.Status);
        return reply;
    }

    /// <summary>Reads a run that was created.</summary>
    public Task<Reply> ReadAsync(Reply created) => Emulator.GetAsync($"{Runs}/{created.Text("id")}");

    public ValueTask DisposeAsync() => Emulator.DisposeAsync();
}
