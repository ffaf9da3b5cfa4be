using Conformance.Engine.Exchanges;
using Conformance.Engine.Requests;
using Conformance.Engine.Testing;
using Conformance.Generators;
using Conformance.Reports;
using Conformance.Schemas;

namespace Conformance.Apis.NovaAct;

/// <summary>Requests of an operation that creates something under a client token.</summary>
public static class Creation
{
    private const int UsualTokenLength = 40;

    /// <summary>A valid request that carries this token.</summary>
    public static RequestDraft WithToken(TestSession test, string token) =>
        WithToken(test.Valid(test.Operation), token);

    /// <summary>The same request under this token.</summary>
    public static RequestDraft WithToken(RequestDraft request, string token) =>
        request.With(request.Operation.Playing(MemberRole.IdempotencyToken)!, new JsonText(token));

    /// <summary>The same request with a parameter changed, so that it asks for something else.</summary>
    public static RequestDraft Changed(TestSession test, RequestDraft request) =>
        MakesDefinitions(request.Operation)
            ? Definitions.Renamed(test, request)
            : request.With(test.MemberOf("clientInfo.sdkVersion"), new JsonText("9.8.7"));

    /// <summary>
    /// The same request with one parameter more or another each time, under the same name: who compares only some
    /// parameters takes them for repeats.
    /// </summary>
    public static IEnumerable<(string Says, RequestDraft Other)> ChangedInPart(
        TestSession test,
        RequestDraft request
    ) =>
        MakesDefinitions(request.Operation)
            ?
            [
                ("a description more", request.With(test.MemberOf("description"), new JsonText("another"))),
                (
                    "an exportConfig more",
                    request.With(test.MemberOf("exportConfig.s3BucketName"), new JsonText("another-bucket"))
                ),
            ]
            :
            [
                ("a logGroupName more", request.With(test.MemberOf("logGroupName"), new JsonText("another-group"))),
                ("another modelId", request.With(test.MemberOf("modelId"), new JsonText("another-model"))),
                (
                    "another compatibilityVersion",
                    request.With(test.MemberOf("clientInfo.compatibilityVersion"), JsonValue.Parse("7"))
                ),
            ];

    /// <summary>Whether the operation creates something with a unique name rather than an identifier of its own.</summary>
    public static bool MakesDefinitions(Operation operation) => operation.Playing(MemberRole.UniqueName) is not null;

    /// <summary>A fresh legal token of this length.</summary>
    public static string Token(TestSession test, int length = UsualTokenLength)
    {
        var draw = test.NextDraw();
        return $"{draw.Prefix}t{draw.Seed:x16}".PadRight(length, 'q');
    }

    /// <summary>What tells two accepted answers apart: the run's id, or null where the name does.</summary>
    /// <exception cref="CannotArrangeException">The answer of an operation that starts runs gives no id.</exception>
    public static string? SureIdOf(TestSession test, Exchange accepted) =>
        MakesDefinitions(test.Operation)
            ? null
            : IdOf(accepted)
                ?? throw new CannotArrangeException(
                    SkipReason.NotIsolated,
                    $"an accepted answer gives no workflowRunId to compare: {accepted.InWords()}"
                );

    /// <summary>The id of the run that was started, or null for an operation that gives none.</summary>
    public static string? IdOf(Exchange exchange) =>
        exchange.Text("workflowRunId") is { } id && GivenIdentifier.MayStandInAUrl(id) ? id : null;
}
