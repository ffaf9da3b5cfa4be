using Conformance.Engine.Behaviours.Resources;
using Conformance.Engine.Exchanges;
using Conformance.Engine.Requests;
using Conformance.Engine.Testing;
using Conformance.Generators;
using Conformance.Schemas;

namespace Conformance.Engine.Behaviours;

/// <summary>How the octets of a path segment are read.</summary>
internal static class Uris
{
    /// <summary>What every operation with members in its path is tested for.</summary>
    public static readonly ImmutableArray<Scenario> All =
    [
        Of("uri/decoded-once", AreDecodedOnce),
        Of("uri/illegal-octets", RejectIllegalOctets),
    ];

    private static Scenario Of(string behaviour, Func<TestSession, Task<Finding>> test) =>
        new(behaviour, test)
        {
            Across = Across.None,
            Lacks = (_, operation) =>
                operation.Parameters.Any(p => p.Place == Place.Path) ? null : "an operation with a member in its path",
        };

    private static readonly Expectation NamesNothing = new("400, 403, 404 or 405", [400, 403, 404, 405]);

    /// <summary>A name with all its octets percent-encoded is the same name.</summary>
    public static Task<Finding> AreDecodedOnce(TestSession test)
    {
        var segment = SegmentOf(test);
        return new AcceptanceCheck(
            () => test.Valid(test.Operation),
            [
                new Case(
                    "fully-encoded",
                    $"{segment.Name} with every octet percent-encoded",
                    request => request.WithSegment(segment.Name, Octets.FullyEncoded(request.TextAt(segment)!))
                ),
                new Case(
                    "fully-encoded-in-lower-case",
                    $"{segment.Name} with every octet percent-encoded in lower case",
                    request =>
                        request.WithSegment(
                            segment.Name,
                            Octets.FullyEncoded(request.TextAt(segment)!).ToLowerInvariant()
                        )
                ),
                new Case(
                    "first-encoded",
                    $"{segment.Name} with its first octet percent-encoded",
                    request => request.WithSegment(segment.Name, FirstEncoded(request.TextAt(segment)!))
                ),
            ]
        )
        {
            Member = segment,
        }.Run(test);
    }

    /// <summary>Octets that can't be part of a legal name are rejected, or name nothing.</summary>
    public static Task<Finding> RejectIllegalOctets(TestSession test)
    {
        var segment = SegmentOf(test);
        var known = test.Valid(test.Operation).TextAt(segment)!;
        return new RejectionCheck(
            () => test.Valid(test.Operation),
            [
                .. Portion
                    .OfEach(test, Octets.Illegal(known), form => form.Kind)
                    .Select(o => new Case(o.Class, o.Says, request => Written(request, segment, o.RawSegment))),
            ],
            NamesNothing
        ).Run(test);
    }

    private static RequestDraft Written(RequestDraft request, Member segment, string octets) =>
        request.WithSegment(segment.Name, octets) with
        {
            MayStopBeforeTheApi = true,
        };

    private static Member SegmentOf(TestSession test) => test.Operation.Parameters.First(p => p.Place == Place.Path);

    private static string FirstEncoded(string name) => Octets.FullyEncoded(name[..1]) + Octets.Encoded(name[1..]);
}
