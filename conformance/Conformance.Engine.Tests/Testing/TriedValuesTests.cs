using Conformance.Engine.Testing;
using Conformance.Engine.Tests.Scripted;
using Conformance.Generators;
using Conformance.Reports;

namespace Conformance.Engine.Tests.Testing;

/// <summary>Which values were sent, and why others were not.</summary>
public sealed class TriedValuesTests
{
    private static readonly Case Case = Made.Case(Rejecting.Note, "abc");

    private readonly TriedValues tried = new();

    [Theory]
    [InlineData(TransportFailureKind.Unreachable, false)]
    [InlineData(TransportFailureKind.Tls, false)]
    [InlineData(TransportFailureKind.Timeout, true)]
    [InlineData(TransportFailureKind.Disconnected, true)]
    [InlineData(TransportFailureKind.Malformed, true)]
    public void WhatNeverReachedTheTargetWasNotSent(TransportFailureKind failure, bool wasSent)
    {
        tried.NoteSent(Case, Seen.Failure(failure));
        Assert.Equal(wasSent ? [Case] : [], tried.Sent);
    }

    [Fact]
    public void WhatWasSentIsKeptInOrder()
    {
        var other = Made.Case(Rejecting.Note, "abcd");
        tried.NoteSent(other, Seen.Response(400));
        tried.NoteSent(Case, Seen.Response(201));
        Assert.Equal([other, Case], tried.Sent);
    }

    [Fact]
    public void WhyAClassWasLeftOutComesBeforeWhyOnlySomeWereTried()
    {
        Assert.Null(tried.WhyNot(Case.Class));
        tried.NoteNoOthers("only some are");
        Assert.Equal("only some are", tried.WhyNot(Case.Class));
        tried.NoteLeftOut(Case, "it can't be sent");
        Assert.Equal("it can't be sent", tried.WhyNot(Case.Class));
        Assert.Equal("only some are", tried.WhyNot("another"));
    }

    [Fact]
    public void TheDrawIsKeptAndHandedOn()
    {
        var draw = new Draw(7, "kit", 2);
        Assert.Null(tried.Draw);
        Assert.Same(draw, tried.From(draw));
        Assert.Same(draw, tried.Draw);
    }
}
