using System.Collections.Concurrent;
using Conformance.Generators.Judging;
using Conformance.Schemas;

namespace Conformance.Generators.Texts;

/// <summary>The shape of every member, made once.</summary>
internal sealed class TextDomains(MemberLanguages languages)
{
    private readonly ConcurrentDictionary<Member, TextDomain> _shapes = new(ReferenceEqualityComparer.Instance);

    /// <summary>The texts that the member's limits and pattern admit.</summary>
    /// <exception cref="ArgumentException">The member's constraints admit no text at all.</exception>
    public TextDomain Of(Member member) => _shapes.GetOrAdd(member, m => TextDomain.Of(m, languages));
}
