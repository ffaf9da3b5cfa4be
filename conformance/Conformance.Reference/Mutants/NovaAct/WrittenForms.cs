using System.Buffers;
using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using System.Text.Json;
using Conformance.Reference.Http;
using Conformance.Reference.NovaAct;
using static Conformance.Reference.Mutants.NovaAct.NovaActMutant;

namespace Conformance.Reference.Mutants.NovaAct;

/// <summary>What JSON lets a client write in several ways counts as different, or is not understood.</summary>
internal static class WrittenForms
{
    public static readonly ImmutableArray<Mutant> Rows =
    [
        Compares("ComparesEscapesOfRepeatedRuns", CreateRun, "escapes of repeated runs with their letters", Sorted)
            .AlsoBreaking("CreateWorkflowRun/body/content-type", "CreateWorkflowRun/robustness/no-server-error"),
        Compares(
            "ComparesExportConfigAsText",
            CreateDefinition,
            "the text of exportConfig where a definition is repeated",
            body => body.TryGetProperty("exportConfig", out var export) ? export.GetRawText() : ""
        ),
        Row(
                "DoesNotKnowEscapedNames",
                "does not know members by their names when letters of those are escaped",
                ["CreateWorkflowRun/body/legal-forms"],
                () => Twists.Correct with { ReadBody = request => WithPlainNames(Twists.Correct.ReadBody(request)) }
            )
            .AlsoBreaking("*/body/legal-forms", "*/idempotency/reordered-body-is-a-replay"),
    ];

    /// <summary>A repeat has to be written like the first request, in this respect.</summary>
    private static Mutant Compares(
        string name,
        NovaActOperation operation,
        string what,
        Func<JsonElement, string> spelling
    ) =>
        Row(
                name,
                $"compares {what}",
                [$"{operation}/idempotency/reordered-body-is-a-replay"],
                () =>
                {
                    var accepted = new ConcurrentDictionary<string, string>();
                    return Twists.Correct with
                    {
                        Handle = call =>
                        {
                            if (call.Operation != operation || call.Text("clientToken") is not { } token)
                                return Twists.Correct.Handle(call);
                            var key = $"{call.DefinitionName} {token}";
                            var spelt = spelling(JsonBody.Read(call.Request).Object);
                            if (accepted.TryGetValue(key, out var first) && first != spelt)
                                return FakeResponses.Conflict();
                            var response = Twists.Correct.Handle(call);
                            if (response.Status == 201)
                                accepted.TryAdd(key, spelt);
                            return response;
                        },
                    };
                }
            )
            .ConfiguredBy(KnownValues);

    /// <summary>The value with its members in order and without white space, and each text as it was written.</summary>
    private static string Sorted(JsonElement value) =>
        value.ValueKind == JsonValueKind.Object
            ? string.Join(
                ',',
                value
                    .EnumerateObject()
                    .OrderBy(member => member.Name, StringComparer.Ordinal)
                    .Select(member => $"{member.Name}:{{{Sorted(member.Value)}}}")
            )
            : value.GetRawText();

    /// <summary>The body without the members in whose names something is escaped, as if they were unknown.</summary>
    private static JsonBody WithPlainNames(JsonBody body)
    {
        if (body.Rejection is not null || !body.Object.EnumerateObject().Any(IsEscaped))
            return body;
        var plain = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(plain))
        {
            writer.WriteStartObject();
            foreach (var member in body.Object.EnumerateObject())
                if (!IsEscaped(member))
                    member.WriteTo(writer);
            writer.WriteEndObject();
        }
        return new JsonBody(JsonElement.Parse(plain.WrittenSpan), null);
    }

    private static bool IsEscaped(JsonProperty member) =>
        JsonMarshal.GetRawUtf8PropertyName(member).Contains((byte)'\\');
}
