using Conformance.Engine.Requests;

namespace Conformance.Engine.Testing.Cleaning;

/// <summary>What tells one resource from all others of a run.</summary>
/// <param name="Operation">The operation that makes its kind.</param>
/// <param name="Parents">The segments of what it lives in.</param>
/// <param name="Id">Its name or identifier.</param>
internal readonly record struct ResourceKey(string Operation, string Parents, string Id)
{
    public static ResourceKey Of(RequestDraft request, string id) =>
        new(request.Operation.Id, string.Join('/', request.Segments.OrderBy(s => s.Key).Select(s => s.Value)), id);
}
