using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Conformance.Reference.Pennsieve;
using Conformance.Reports;

namespace Conformance.Apis.Tests.Pennsieve;

/// <summary>A context that any library on its way writes anew is not the caller's.</summary>
public sealed class ContextFaultTests
{
    private const string Id = "webhook/context-unchanged";

    private static readonly Dictionary<string, Func<JsonNode?, JsonNode?>> Faults = new()
    {
        ["writes dates anew"] = EachText(text =>
            DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, out var time)
            && text.Contains('T', StringComparison.Ordinal)
                ? time.ToString("O", CultureInfo.InvariantCulture)
                : text
        ),
        ["writes UUIDs in lowercase"] = EachText(text => Guid.TryParse(text, out var id) ? id.ToString() : text),
        ["reads numbers out of texts"] = Each(node =>
            node is JsonValue value
            && value.TryGetValue<string>(out var text)
            && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            && double.IsFinite(number)
                ? JsonValue.Create(number)
                : node
        ),
        ["composes letters"] = EachText(text => text.Replace("e\u0301", "é", StringComparison.Ordinal)),
        ["writes line ends anew"] = EachText(text => text.ReplaceLineEndings("\n")),
        ["escapes markup"] = EachText(text => text.Replace("<", "&lt;", StringComparison.Ordinal)),
        ["cuts texts after 4,096 characters"] = EachText(text => text.Length > 4_096 ? text[..4_096] : text),
        ["cuts texts after 65,535 characters"] = EachText(text => text.Length > 65_535 ? text[..65_535] : text),
        ["drops empty names"] = EachMember((name, _) => name.Length == 0 ? null : name),
        ["writes dots in names as underscores"] = EachMember((name, _) => name.Replace('.', '_')),
        ["leaves nulls out, further in"] = EachMember((name, value) => value is null ? null : name),
        ["keeps one of equal items"] = Each(node =>
            node is JsonArray items
                ? new JsonArray([.. items.DistinctBy(i => i?.ToJsonString()).Select(i => i?.DeepClone())])
                : node
        ),
        ["sorts items"] = Each(node =>
            node is JsonArray items
                ? new JsonArray([
                    .. items.OrderBy(i => i?.ToJsonString(), StringComparer.Ordinal).Select(i => i?.DeepClone()),
                ])
                : node
        ),
    };

    public static TheoryData<string> Names => [.. Faults.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task WhatIsWrittenAnewFails(string fault)
    {
        var report = await PennsieveRuns.Of(Echoing(Faults[fault]), Id);
        var verdict = report.On(Id);
        Assert.True(verdict.Outcome == Outcome.Failed, report.NotPassed());
        Assert.Matches(@"\$[.\[].*(became|is gone|came in addition)", verdict.Reason);
        Assert.True(verdict.Reason!.Length < 1_000, verdict.Reason);
    }

    [Fact]
    public async Task TheSmallestPartIsShown()
    {
        var verdict = (await PennsieveRuns.Of(Echoing(Faults["cuts texts after 65,535 characters"]), Id)).On(Id);
        Assert.Contains("70,002 characters) became", verdict.Reason, StringComparison.Ordinal);
        var dates = (await PennsieveRuns.Of(Echoing(Faults["writes dates anew"]), Id)).On(Id);
        Assert.Contains("of which only a part", dates.Reason, StringComparison.Ordinal);
        Assert.True(dates.Evidence!.SmallestValue!.Length < dates.Evidence.OriginalValue!.Length / 4);
    }

    [Fact]
    public async Task WhatNamesWhatTheWebhookNamesDoesNotReplaceIt()
    {
        var flat = PennsieveBehaviour.Correct with
        {
            WriteWebhook = (writer, run) =>
            {
                PennsieveBehaviour.Correct.WriteWebhook(
                    writer,
                    run with
                    {
                        Parameters = run.Parameters with { Context = default },
                    }
                );
                if (run.Parameters.Context.ValueKind != JsonValueKind.Object)
                    return;
                foreach (var member in run.Parameters.Context.EnumerateObject())
                    member.WriteTo(writer);
            },
        };
        Assert.Equal(Outcome.Failed, (await PennsieveRuns.Of(flat, Id)).On(Id).Outcome);
    }

    [Fact]
    public async Task NumbersMayBecomeDoublesAndNamesMayComeInAnyOrder()
    {
        var right = Echoing(
            Each(node =>
                node switch
                {
                    JsonValue value when value.GetValueKind() == JsonValueKind.Number => JsonValue.Create(
                        double.Parse(value.ToJsonString(), CultureInfo.InvariantCulture)
                    ),
                    JsonObject all => new JsonObject(
                        all.Reverse().Select(m => KeyValuePair.Create(m.Key, m.Value?.DeepClone()))
                    ),
                    _ => node,
                }
            )
        );
        var report = await PennsieveRuns.Of(right, Id);
        Assert.True(report.On(Id).Outcome == Outcome.Passed, report.NotPassed());
    }

    [Fact]
    public async Task ALargeContextMayBeRejected()
    {
        var strict = PennsieveBehaviour.Correct with
        {
            ReadBody = request =>
            {
                var body = PennsieveBehaviour.Correct.ReadBody(request);
                return request.Body.Length > 50_000
                    ? body with
                    {
                        Rejection = new(413, "TooLarge", "too large"),
                    }
                    : body;
            },
        };
        var verdict = (await PennsieveRuns.Of(strict, Id)).On(Id);
        Assert.Equal(Outcome.Passed, verdict.Outcome);
    }

    private static PennsieveBehaviour Echoing(Func<JsonNode?, JsonNode?> change) =>
        PennsieveBehaviour.Correct with
        {
            EchoContext = context =>
                context.ValueKind == JsonValueKind.Undefined
                    ? context
                    : JsonElement.Parse(change(JsonNode.Parse(context.GetRawText()))?.ToJsonString() ?? "null"),
        };

    private static Func<JsonNode?, JsonNode?> EachText(Func<string, string> change) =>
        Each(node =>
            node is JsonValue value && value.TryGetValue<string>(out var text) ? JsonValue.Create(change(text)) : node
        );

    private static Func<JsonNode?, JsonNode?> EachMember(Func<string, JsonNode?, string?> rename) =>
        Each(node =>
        {
            if (node is not JsonObject all)
                return node;
            var renamed = new JsonObject();
            foreach (var (name, value) in all)
                if (rename(name, value) is { } other)
                    renamed[other] = value?.DeepClone();
            return renamed;
        });

    /// <summary>Changes every value, from the inside out.</summary>
    private static Func<JsonNode?, JsonNode?> Each(Func<JsonNode?, JsonNode?> change)
    {
        return Changed;

        JsonNode? Changed(JsonNode? node) =>
            change(
                node switch
                {
                    JsonObject all => new JsonObject(
                        all.Select(m => KeyValuePair.Create(m.Key, Changed(m.Value)?.DeepClone()))
                    ),
                    JsonArray items => new JsonArray([.. items.Select(i => Changed(i)?.DeepClone())]),
                    _ => node?.DeepClone(),
                }
            );
    }
}
